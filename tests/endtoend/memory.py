"""What the program remembers, and what it must not: accounts, drafts, secrets; and that it runs once."""

import os
import shutil
import signal
import subprocess
import tempfile

from screen import wait_until

CUSTOMER = "+447700900123"


class Profile:
    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="greenline-profile-")
        return self.folder

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


def stored_secrets():
    """What our keyring holds for Greenline."""
    answer = subprocess.run(["secret-tool", "search", "--all", "--unlock", "type", "plaintext"], capture_output=True, text=True, check=False)
    found = answer.stdout + answer.stderr
    return [line.split("=", 1)[1].strip() for line in found.splitlines() if line.startswith("secret =")]


def files_below(*folders):
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in names:
                yield os.path.join(place, name)


def found_in(canary, file):
    try:
        with open(file, "rb") as opened:
            return canary.encode() in opened.read()
    except OSError:
        return False


def kept_sign_in():
    """Killed in mid-sentence and started again: signed in without asking, the draft is there, and the work goes on."""
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Profile() as profile, Practice(program_path()) as practice:
        console = Console(program_path(), profile=profile)
        person = console.__enter__()
        sign_in(person, practice)
        practice.text(CUSTOMER, "Are you open on Sunday?")
        person.click_row("Conversations", "Are you open on Sunday?")
        person.press("Take")
        person.row("Conversations", "Mine", "Sunday")
        person.write("Reply", "On Sundays we")
        person.settle(1.5)  # a draft is written down within a second
        console.process.kill()
        console.process.wait()

        with Console(program_path(), profile=profile) as again:
            again.find("list", "Conversations")
            again.click_row("Conversations", "Sunday")
            wait_until("the draft", lambda: again.text_of("Reply") == "On Sundays we")
            practice.text("+14155550142", "And on Monday?")
            again.click_row("Conversations", "And on Monday?")
            again.press("Take")
            again.row("Conversations", "Mine", "Monday")


def one_instance():
    """A second start raises the first and ends; one that hangs is not taken for raised."""
    from practice import Practice
    from scene import Console, program_path

    with Profile() as profile, Practice(program_path()) as practice:
        console = Console(program_path(), "--workspace", practice.url, profile=profile)
        with console as person:
            person.find("edit", "Workspace address")
            second = subprocess.run([program_path(), "--profile", profile], timeout=10, check=False)
            assert second.returncode == 0, second.returncode
            console.process.send_signal(signal.SIGSTOP)
            try:
                third = subprocess.run([program_path(), "--profile", profile], timeout=10, check=False, capture_output=True, text=True)
            finally:
                console.process.send_signal(signal.SIGCONT)
            assert third.returncode == 1 and "does not answer" in third.stderr, third


def no_secret_on_disk():
    """Password and token are found in no file, argument or environment; only the keyring knows the token."""
    from practice import Practice
    from scene import Console, program_path, sign_in

    with Profile() as profile, Practice(program_path()) as practice:
        console = Console(program_path(), profile=profile)
        with console as person:
            sign_in(person, practice)
            practice.text(CUSTOMER, "A text that is no secret")
            person.row("Conversations", "A text that is no secret")
            tokens = wait_until("the token in the keyring", stored_secrets)
            canaries = [practice.user("ana")["password"], *tokens]
            assert all(len(canary) > 7 for canary in canaries), "canaries too short to search for"
            places = list(files_below(profile, os.environ["HOME"]))
            places += [f"/proc/{console.process.pid}/cmdline", f"/proc/{console.process.pid}/environ"]
            for canary in canaries:
                where = [place for place in places if found_in(canary, place)]
                assert not where, f"a secret was found in {where}"
            console.log.seek(0)
            said = console.log.read().decode(errors="replace")
            assert not any(canary in said for canary in canaries), "a secret was found in the log"


def scenes():
    yield "killed and started again", kept_sign_in
    yield "a second start", one_instance
    yield "no secret on disk", no_secret_on_disk
