"""python -m grantdesk: the same as the command grantdesk."""

from grantdesk.app.cli import main

if __name__ == "__main__":
    main()
