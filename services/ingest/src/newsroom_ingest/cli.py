import typer


def register_submit(app: typer.Typer) -> None:
    pass


def register_feeds(app: typer.Typer) -> None:
    pass
