"""An application to be read: laid out on the screen, searched, copied; charts."""
