<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
