"""Pictures of the customer pane: each of its tabs, and a change that is not saved yet."""


def take(surface):
    person = surface.person
    person.find("edit", "Customer name")
    person.settle(1)
    surface.take("customer-details")
    person.write("Customer e-mail", "marta@example.com")
    surface.take("customer-changed")
    person.press("Restore")
    person.press("History", role="tab")
    person.settle(1)
    surface.take("customer-history")
    person.press("Canned", role="tab")
    person.settle(1)
    surface.take("customer-canned")
    person.press("Notes", role="tab")
    person.write("Customer notes", "Prefers to be called after six.\nDaughter Inês may collect parcels.")
    surface.take("customer-notes")
    person.press("Details", role="tab")
