<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClaimDelegate</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open queries</source>
        <translation>
            <numerusform>%n open query</numerusform>
            <numerusform>%n open queries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimHead</name>
    <message numerus="yes">
        <source>stands in %n places</source>
        <translation>
            <numerusform>stands in %n place</numerusform>
            <numerusform>stands in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsHeader</name>
    <message numerus="yes">
        <source>%n kinds</source>
        <translation>
            <numerusform>%n kind</numerusform>
            <numerusform>%n kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{left} of %n facts left</source>
        <translation>
            <numerusform>{left} of %n fact left</numerusform>
            <numerusform>{left} of %n facts left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>%n checked</numerusform>
            <numerusform>%n checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{checked} of %n claims checked</source>
        <translation>
            <numerusform>{checked} of %n claim checked</numerusform>
            <numerusform>{checked} of %n claims checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message numerus="yes">
        <source>also on %n claims: {numbers}</source>
        <translation>
            <numerusform>also on claim {numbers}</numerusform>
            <numerusform>also on claims {numbers}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n points are still open.</source>
        <translation>
            <numerusform>%n point is still open.</numerusform>
            <numerusform>%n points are still open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n claims</source>
        <translation>
            <numerusform>The only claim</numerusform>
            <numerusform>All %n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n checked</source>
        <translation>
            <numerusform>Only the %n checked</numerusform>
            <numerusform>Only the %n checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims not checked</source>
        <translation>
            <numerusform>%n claim not checked</numerusform>
            <numerusform>%n claims not checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queries without answer</source>
        <translation>
            <numerusform>%n query without answer</numerusform>
            <numerusform>%n queries without answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facts left</source>
        <translation>
            <numerusform>%n fact left</numerusform>
            <numerusform>%n facts left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GateDialog</name>
    <message numerus="yes">
        <source>%n points are open. They keep nothing from being exported.</source>
        <translation>
            <numerusform>%n point is open. It keeps nothing from being exported.</numerusform>
            <numerusform>%n points are open. They keep nothing from being exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message numerus="yes">
        <source>on %n claims: {numbers}</source>
        <translation>
            <numerusform>on claim {numbers}</numerusform>
            <numerusform>on claims {numbers}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LooseWarnings</name>
    <message numerus="yes">
        <source>%n warnings outside the claims</source>
        <translation>
            <numerusform>%n warning outside the claims</numerusform>
            <numerusform>%n warnings outside the claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n dismissed</numerusform>
            <numerusform>%n dismissed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteClaimsDialog</name>
    <message numerus="yes">
        <source>%n claims rest on it</source>
        <translation>
            <numerusform>%n claim rests on it</numerusform>
            <numerusform>%n claims rest on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message numerus="yes">
        <source>%n notes share this source: its record changes for all.</source>
        <translation>
            <numerusform>%n note has this source.</numerusform>
            <numerusform>%n notes share this source: its record changes for all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>All %n claims</source>
        <translation>
            <numerusform>The %n claim</numerusform>
            <numerusform>All %n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n checked</source>
        <translation>
            <numerusform>Only the %n checked</numerusform>
            <numerusform>Only the %n checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages sent to the printer</source>
        <translation>
            <numerusform>%n page sent to the printer</numerusform>
            <numerusform>%n pages sent to the printer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScaleDialog</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signatures lapse.</source>
        <translation>
            <numerusform>%n signature lapses.</numerusform>
            <numerusform>%n signatures lapse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes are not in it and are cleared: {claims}. Checked claims are marked as changed.</source>
        <translation>
            <numerusform>%n outcome is not in it and is cleared: {claims}. If the claim was checked, it is marked as changed.</numerusform>
            <numerusform>%n outcomes are not in it and are cleared: {claims}. Checked claims are marked as changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes are in this scale too and stay.</source>
        <translation>
            <numerusform>%n outcome is in this scale too and stays.</numerusform>
            <numerusform>%n outcomes are in this scale too and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceImport</name>
    <message numerus="yes">
        <source>%n further entries are left out too.</source>
        <translation type="vanished">
            <numerusform>%n further entry is left out too.</numerusform>
            <numerusform>%n further entries are left out too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation type="vanished">
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources imported.</source>
        <translation type="vanished">
            <numerusform>%n source imported.</numerusform>
            <numerusform>%n sources imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message numerus="yes">
        <source>{words}: %n claims</source>
        <translation>
            <numerusform>{words}: %n claim</numerusform>
            <numerusform>{words}: %n claims</numerusform>
        </translation>
    </message>
</context>
</TS>
