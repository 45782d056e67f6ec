"""What a scenario may say: frozen pydantic models, a module a noun. The one registry that checker, schema and docs read."""
