"""The small things that windows are made of: texts, buttons, cards, marks, banners, scrolling pages, side sheets."""
