# The zones of the window, for screen readers and for going to them by key.
zone-top = Menus and history
zone-centre = What happens
zone-status = Status line
zone-next = Next part of the window
zone-previous = Previous part of the window
