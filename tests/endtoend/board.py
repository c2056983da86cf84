"""The manager board: the numbers that the workspace has, without being asked again, and for managers alone."""

import time

CUSTOMERS = [("+14155550142", "The kettle arrived broken"), ("+351912345678", "Where is my parcel?")]
LATE = ("+12125550118", "Do you open on Sunday?")
SIGHT = ["view-livechat-manager", "view-livechat-rooms", "manage-livechat-agents"]  # what a manager may and an agent may not
VERSIONS = ["3.11", "6.13", "8.8"]


def open_board(person):
    person.keys("ctrl+k")
    person.write("Command", "manager board")
    person.row("Command results", "Manager board")
    person.keys("Return")


def counted(practice):
    """(waiting, served) of the workspace, by its own list of open conversations."""
    served = practice.served().values()
    return sum(not agent for agent in served), sum(bool(agent) for agent in served)


def shows(person, board, practice, version):
    waiting, served = counted(practice)
    person.find("label", f"{waiting} waiting", within=board)
    person.find("label", f"{served} being served", within=board)
    if version != "3.11":  # there the list of conversations says nothing of numbers
        person.row("Numbers", practice.number[-4:], f"Waiting {waiting}", f"Being served {served}")
    person.row("Agents", "Ana Duarte", f"Chats {served}")
    return waiting, served


def live_board(version):
    def run():
        from practice import Practice
        from scene import Console, program_path, sign_in

        with Practice(program_path(), "--server-version", version) as practice:
            for permission in SIGHT:
                practice.allow(permission, "admin", "livechat-manager", "livechat-agent")
            with Console(program_path()) as person:
                sign_in(person, practice)
                for number, text in CUSTOMERS:
                    practice.text(number, text)
                    person.row("Conversations", "Queue", text)
                person.click_row("Conversations", CUSTOMERS[0][1])
                person.press("Take")
                person.row("Conversations", "Mine", CUSTOMERS[0][1])
                open_board(person)
                board = person.window("Manager board")
                person.find("label", "Live, checked", within=board, starts=True)
                assert shows(person, board, practice, version) == (1, 1), counted(practice)
                begun = time.monotonic()
                practice.text(*LATE)
                person.find("label", "2 waiting", within=board, seconds=30)
                assert time.monotonic() - begun < 30
                assert shows(person, board, practice, version) == (2, 1), counted(practice)
    return run


def not_for_agents():
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Practice(program_path()) as practice, Console(program_path()) as person:
        sign_in(person, practice)
        open_board(person)
        person.find("label", "Seeing the manager board needs the permission view-livechat-manager", starts=True)


def scenes():
    for version in VERSIONS:
        yield f"board: a manager sees what waits, live, on {version}", live_board(version)
    yield "board: an agent is told that it is for managers", not_for_agents
