"""What every Newsroom service shares: contracts, streams, settings, logs, errors and the command line."""
