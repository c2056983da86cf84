<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Diagnostics</name>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n chat</numerusform>
            <numerusform>%n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n available</source>
        <translation>
            <numerusform>%n available</numerusform>
            <numerusform>%n available</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message numerus="yes">
        <source>The SMS set-up is no longer as it was: %n check(s) failed.</source>
        <translation>
            <numerusform>The SMS set-up is no longer as it was: %n check failed.</numerusform>
            <numerusform>The SMS set-up is no longer as it was: %n checks failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>The line above the messages that were not read yet</extracomment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::Actions</name>
    <message numerus="yes">
        <source>Wait %n seconds, to undo</source>
        <translation>
            <numerusform>Wait %n second, to undo</numerusform>
            <numerusform>Wait %n seconds, to undo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::AwayKeeper</name>
    <message numerus="yes">
        <source>You were away for %n minute(s) and took no conversations meanwhile.</source>
        <translation>
            <numerusform>You were away for %n minute and took no conversations meanwhile.</numerusform>
            <numerusform>You were away for %n minutes and took no conversations meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::CannedPreview</name>
    <message numerus="yes">
        <source>%1 / %2 · %n SMS</source>
        <extracomment>%1 of %2 units are used; %n is the number of SMS that will be billed</extracomment>
        <translation>
            <numerusform>%1 / %2 · %n SMS</numerusform>
            <numerusform>%1 / %2 · %n SMS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::EmojiWriter</name>
    <message numerus="yes">
        <source>%n SMS instead of %1</source>
        <translation>
            <numerusform>%n SMS instead of %1</numerusform>
            <numerusform>%n SMS instead of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::ExportDialog</name>
    <message numerus="yes">
        <source>%n message(s) read…</source>
        <translation>
            <numerusform>%n message read…</numerusform>
            <numerusform>%n messages read…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::FindDialog</name>
    <message numerus="yes">
        <source>%n found, here and in the workspace</source>
        <translation>
            <numerusform>%n found, here and in the workspace</numerusform>
            <numerusform>%n found, here and in the workspace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found on this computer</source>
        <translation>
            <numerusform>%n found on this computer</numerusform>
            <numerusform>%n found on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::LeaveDialog</name>
    <message numerus="yes">
        <source>%n message(s) still wait here to be sent. They are kept, and leave when you sign in again.</source>
        <translation>
            <numerusform>%n message still waits here to be sent. It is kept, and leaves when you sign in again.</numerusform>
            <numerusform>%n messages still wait here to be sent. They are kept, and leave when you sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::PhoneWarning</name>
    <message numerus="yes">
        <source>This contact has %n numbers. The workspace texts the first one, %1.</source>
        <translation>
            <numerusform>This contact has %n number. The workspace texts the first one, %1.</numerusform>
            <numerusform>This contact has %n numbers. The workspace texts the first one, %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::ReceivingPage</name>
    <message numerus="yes">
        <source>Waiting for a text, %n s left…</source>
        <translation>
            <numerusform>Waiting for a text, %n s left…</numerusform>
            <numerusform>Waiting for a text, %n s left…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::SegmentMeter</name>
    <message numerus="yes">
        <source>%1 / %2 · %n SMS</source>
        <extracomment>%1 of %2 units are used; %n is the number of SMS that will be billed</extracomment>
        <translation>
            <numerusform>%1 / %2 · %n SMS</numerusform>
            <numerusform>%1 / %2 · %n SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 / %2 · %n SMS, because of “%3”</source>
        <extracomment>%3 is the character that does not fit into the cheap alphabet</extracomment>
        <translation>
            <numerusform>%1 / %2 · %n SMS, because of “%3”</numerusform>
            <numerusform>%1 / %2 · %n SMS, because of “%3”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 / %2 · %n SMS, because of %3</source>
        <extracomment>%3 is a curly quotation mark, which does not fit into the cheap alphabet</extracomment>
        <translation>
            <numerusform>%1 / %2 · %n SMS, because of %3</numerusform>
            <numerusform>%1 / %2 · %n SMS, because of %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::ShiftEndDialog</name>
    <message numerus="yes">
        <source>You still serve %n conversation(s).</source>
        <translation>
            <numerusform>You still serve %n conversation.</numerusform>
            <numerusform>You still serve %n conversations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::Stillness</name>
    <message numerus="yes">
        <source>%n new above</source>
        <translation>
            <numerusform>%n new above</numerusform>
            <numerusform>%n new above</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::TimelinePane</name>
    <message numerus="yes">
        <source>Jump to newest (%n)</source>
        <translation>
            <numerusform>Jump to newest (%n)</numerusform>
            <numerusform>Jump to newest (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>greenline::TrayIcon</name>
    <message numerus="yes">
        <source>Greenline: %n waiting</source>
        <translation>
            <numerusform>Greenline: %n waiting</numerusform>
            <numerusform>Greenline: %n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
