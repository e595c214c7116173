"""Moving events between services: nothing lost, nothing doubled."""
