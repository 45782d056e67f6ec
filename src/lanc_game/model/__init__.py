"""What a scenario may say: frozen pydantic models, a module a noun. Checker, schema and docs read it."""
