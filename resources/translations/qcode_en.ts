<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConflictDetail</name>
    <message numerus="yes">
        <source>%Ln codings, links or memos rest on it.</source>
        <translation>
            <numerusform>%Ln coding, link or memo rests on it.</numerusform>
            <numerusform>%Ln codings, links or memos rest on it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message numerus="yes">
        <source>%Ln selected documents</source>
        <translation>
            <numerusform>%Ln selected document</numerusform>
            <numerusform>%Ln selected documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents that nobody has yet</source>
        <translation>
            <numerusform>%Ln document that nobody has yet</numerusform>
            <numerusform>%Ln documents that nobody has yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln documents</source>
        <translation>
            <numerusform>The one document</numerusform>
            <numerusform>All %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueButton</name>
    <message numerus="yes">
        <source>%Ln documents to code again…</source>
        <translation>
            <numerusform>%Ln document to code again…</numerusform>
            <numerusform>%Ln documents to code again…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Import %Ln documents</source>
        <translation>
            <numerusform>Import one document</numerusform>
            <numerusform>Import %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and one more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicates were left out.</source>
        <translation>
            <numerusform>One duplicate was left out.</numerusform>
            <numerusform>%Ln duplicates were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts could not be read.</source>
        <translation>
            <numerusform>One text could not be read.</numerusform>
            <numerusform>%Ln texts could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents came in</source>
        <translation>
            <numerusform>One document came in</numerusform>
            <numerusform>%Ln documents came in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%Ln con&amp;flicts</source>
        <translation>
            <numerusform>%Ln con&amp;flict</numerusform>
            <numerusform>%Ln con&amp;flicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts wait for a choice: M mine, T theirs, B both.</source>
        <translation>
            <numerusform>%Ln conflict waits for a choice: M mine, T theirs, B both.</numerusform>
            <numerusform>%Ln conflicts wait for a choice: M mine, T theirs, B both.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message numerus="yes">
        <source>%Ln documents</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressTable</name>
    <message numerus="yes">
        <source>%Ln documents</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not assigned yet</source>
        <translation>
            <numerusform>%Ln not assigned yet</numerusform>
            <numerusform>%Ln not assigned yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finished by two or more</source>
        <translation>
            <numerusform>%Ln finished by two or more</numerusform>
            <numerusform>%Ln finished by two or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReliabilityResults</name>
    <message numerus="yes">
        <source>%Ln coders</source>
        <translation>
            <numerusform>%Ln coder</numerusform>
            <numerusform>%Ln coders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln units</source>
        <translation>
            <numerusform>%Ln unit</numerusform>
            <numerusform>%Ln units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rated by two or more</source>
        <translation>
            <numerusform>%Ln rated by two or more</numerusform>
            <numerusform>%Ln rated by two or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ratings missing</source>
        <translation>
            <numerusform>%Ln rating missing</numerusform>
            <numerusform>%Ln ratings missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWorkspace</name>
    <message numerus="yes">
        <source>%Ln disagreements open</source>
        <translation>
            <numerusform>%Ln disagreement open</numerusform>
            <numerusform>%Ln disagreements open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows on it stay out, too</source>
        <translation>
            <numerusform>%Ln row on it stays out, too</numerusform>
            <numerusform>%Ln rows on it stay out, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln codes</source>
        <translation>
            <numerusform>%Ln code</numerusform>
            <numerusform>%Ln codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln codings</source>
        <translation>
            <numerusform>%Ln coding</numerusform>
            <numerusform>%Ln codings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memos</source>
        <translation>
            <numerusform>%Ln memo</numerusform>
            <numerusform>%Ln memos</numerusform>
        </translation>
    </message>
</context>
</TS>
