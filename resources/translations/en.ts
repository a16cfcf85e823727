<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClaimDelegate</name>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open queries</source>
        <translation>
            <numerusform>%Ln open query</numerusform>
            <numerusform>%Ln open queries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimHead</name>
    <message numerus="yes">
        <source>stands in %n places</source>
        <translation>
            <numerusform>stands in %Ln place</numerusform>
            <numerusform>stands in %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimsHeader</name>
    <message numerus="yes">
        <source>{shown} of %n claims</source>
        <translation>
            <numerusform>{shown} of %Ln claim</numerusform>
            <numerusform>{shown} of %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kinds</source>
        <translation>
            <numerusform>%Ln kind</numerusform>
            <numerusform>%Ln kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims</source>
        <translation>
            <numerusform>%Ln claim</numerusform>
            <numerusform>%Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{left} of %n facts left</source>
        <translation>
            <numerusform>{left} of %Ln fact left</numerusform>
            <numerusform>{left} of %Ln facts left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>%Ln checked</numerusform>
            <numerusform>%Ln checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{checked} of %n claims checked</source>
        <translation>
            <numerusform>{checked} of %Ln claim checked</numerusform>
            <numerusform>{checked} of %Ln claims checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CombineDialog</name>
    <message numerus="yes">
        <source>%n acts by {who} will be done here too.</source>
        <translation>
            <numerusform>%n act by {who} will be done here too.</numerusform>
            <numerusform>%n acts by {who} will be done here too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims change: {numbers}.</source>
        <translation>
            <numerusform>%n claim changes: {numbers}.</numerusform>
            <numerusform>%n claims change: {numbers}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims are new: {numbers}.</source>
        <translation>
            <numerusform>%n claim is new: {numbers}.</numerusform>
            <numerusform>%n claims are new: {numbers}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked claims need attention, since nobody has seen them as they will be: {numbers}.</source>
        <translation>
            <numerusform>%n checked claim needs attention, since nobody has seen it as it will be: {numbers}.</numerusform>
            <numerusform>%n checked claims need attention, since nobody has seen them as they will be: {numbers}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message numerus="yes">
        <source>%n claims stand as they stood and keep everything.</source>
        <translation>
            <numerusform>%Ln claim stands as it stood and keeps everything.</numerusform>
            <numerusform>%Ln claims stand as they stood and keep everything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims have other words: what you wrote stays, but look again.</source>
        <translation>
            <numerusform>%Ln claim has other words: what you wrote stays, but look again.</numerusform>
            <numerusform>%Ln claims have other words: what you wrote stays, but look again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims are no longer in the text: they stay in the case.</source>
        <translation>
            <numerusform>%Ln claim is no longer in the text: it stays in the case.</numerusform>
            <numerusform>%Ln claims are no longer in the text: they stay in the case.</numerusform>
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
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n claims</source>
        <translation>
            <numerusform>The only claim</numerusform>
            <numerusform>All %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n checked</source>
        <translation>
            <numerusform>Only the %Ln checked</numerusform>
            <numerusform>Only the %Ln checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points are still open</source>
        <translation>
            <numerusform>%n point is still open</numerusform>
            <numerusform>%n points are still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GateDialog</name>
    <message numerus="yes">
        <source>%n points are open. They keep nothing from being exported.</source>
        <translation>
            <numerusform>%Ln point is open. It keeps nothing from being exported.</numerusform>
            <numerusform>%Ln points are open. They keep nothing from being exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GateWords</name>
    <message numerus="yes">
        <source>It rests on %n secondary sources; without a primary one, {wanted} independent ones are asked for.</source>
        <translation>
            <numerusform>It rests on %n secondary source; without a primary one, {wanted} independent ones are asked for.</numerusform>
            <numerusform>It rests on %n secondary sources; without a primary one, {wanted} independent ones are asked for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
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
            <numerusform>%Ln warning outside the claims</numerusform>
            <numerusform>%Ln warnings outside the claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%Ln dismissed</numerusform>
            <numerusform>%Ln dismissed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteClaimsDialog</name>
    <message numerus="yes">
        <source>%n claims rest on it</source>
        <translation>
            <numerusform>%Ln claim rests on it</numerusform>
            <numerusform>%Ln claims rest on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message numerus="yes">
        <source>%n notes share this source: its record changes for all.</source>
        <translation>
            <numerusform>%Ln note has this source.</numerusform>
            <numerusform>%Ln notes share this source: its record changes for all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message numerus="yes">
        <source>The author’s file has %n comments or footnotes: see Notes in the author’s file.</source>
        <translation>
            <numerusform>The author’s file has %Ln comment or footnote: see Notes in the author’s file.</numerusform>
            <numerusform>The author’s file has %Ln comments or footnotes: see Notes in the author’s file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>All %n claims</source>
        <translation>
            <numerusform>The %Ln claim</numerusform>
            <numerusform>All %Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n checked</source>
        <translation>
            <numerusform>Only the %Ln checked</numerusform>
            <numerusform>Only the %Ln checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages sent to the printer</source>
        <translation>
            <numerusform>%Ln page sent to the printer</numerusform>
            <numerusform>%Ln pages sent to the printer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n claims</source>
        <translation>
            <numerusform>%Ln claim</numerusform>
            <numerusform>%Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>%Ln checked</numerusform>
            <numerusform>%Ln checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acts</source>
        <translation>
            <numerusform>%Ln act</numerusform>
            <numerusform>%Ln acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScaleDialog</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signatures lapse.</source>
        <translation>
            <numerusform>%Ln signature lapses.</numerusform>
            <numerusform>%Ln signatures lapse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes are not in it and are cleared: {claims}. Checked claims are marked as changed.</source>
        <translation>
            <numerusform>%Ln outcome is not in it and is cleared: {claims}. If the claim was checked, it is marked as changed.</numerusform>
            <numerusform>%Ln outcomes are not in it and are cleared: {claims}. Checked claims are marked as changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcomes are in this scale too and stay.</source>
        <translation>
            <numerusform>%Ln outcome is in this scale too and stays.</numerusform>
            <numerusform>%Ln outcomes are in this scale too and stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceImport</name>
    <message numerus="yes">
        <source>%n further entries are left out too.</source>
        <translation>
            <numerusform>%Ln further entry is left out too.</numerusform>
            <numerusform>%Ln further entries are left out too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%Ln was there already.</numerusform>
            <numerusform>%Ln were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources imported.</source>
        <translation>
            <numerusform>%Ln source imported.</numerusform>
            <numerusform>%Ln sources imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message numerus="yes">
        <source>{words}: %n claims</source>
        <translation>
            <numerusform>{words}: %Ln claim</numerusform>
            <numerusform>{words}: %Ln claims</numerusform>
        </translation>
    </message>
</context>
</TS>
