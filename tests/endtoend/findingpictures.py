"""Pictures of what finds things again: the find bar, find everywhere, the palette, the keys, the export."""


def take(surface, found_text):
    """A conversation that holds the text is open; the person may use the keyboard."""
    person = surface.person
    person.keys("ctrl+f")
    person.write("Find in conversation", found_text)
    surface.take("find-bar")
    person.press("Close the find bar")

    person.keys("ctrl+shift+f")
    person.write("Find everywhere", found_text)
    person.row("Found", found_text)
    surface.take("find-everywhere")
    person.keys("Escape")
    person.settle()

    person.keys("ctrl+k")
    person.window("Command palette")
    surface.take("palette")
    person.write("Command", "conv")
    surface.take("palette-typed")
    person.keys("Escape")
    person.settle()

    person.keys("F1")
    person.window("Keyboard shortcuts")
    surface.take("keys")
    person.keys("Escape")
    person.settle()

    person.keys("ctrl+g")
    surface.take("date-popup")
    person.keys("Escape")
    person.settle()

    person.keys("ctrl+shift+e")
    person.window("Export conversation")
    surface.take("export")
    person.keys("Escape")
    person.settle()
