"""What the layout of a release states: blocks, lists, schedules, rosters."""
