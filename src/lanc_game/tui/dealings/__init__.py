"""What the diplomacy screen lists: relations, treaties, wings, patrons, tasks. Each list is made from what the viewer knows."""
