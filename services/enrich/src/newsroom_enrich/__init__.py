"""Tags entities, resolutions and events in reports."""
