"""Pictures of the list's own surfaces: its menus, several rows marked, and the closed conversations."""


def take(surface):
    person = surface.person
    person.press("Shown conversations")
    surface.take("shown-conversations")
    person.keys("Escape")
    person.click_row("Conversations", "Queue")
    person.keys("shift+Down", "shift+Down")
    person.find("button", "Return 3 to queue")
    surface.take("marked")
    person.press("Unmark all")
    person.press("Shown conversations")
    person.keys("Down", "Down", "Return")  # Closed today; Qt keeps open menus out of the tree
    surface.take("closed-today")
    person.press("Shown conversations")
    person.keys("Down", "Return")  # Open
