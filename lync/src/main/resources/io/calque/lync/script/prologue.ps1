#Requires -Version 3.0
<#
.SYNOPSIS
    Brings policies, grants and lines of Lync or Skype for Business Server to what a Calque plan says.
.DESCRIPTION
    Run it where the server's cmdlets are: in the server's Management Shell, or in a session into which they were
    imported (New-PSSession, Import-PSSession). Each step reads before it writes and is skipped where all is as it
    should be, so the script may be run again at any time. A step that fails is reported, and the others go on.

    Exit code: 0 all is as planned; 1 nothing was begun; 2 at least one step failed.
.PARAMETER ResultPath
    The CSV file that tells what came of each step. Without it: beside this script, with the time in its name.
.PARAMETER Overwrite
    Also write where the server shows neither what the plan saw nor what it wants. Without it such a step fails.
.EXAMPLE
    .\plan.ps1 -WhatIf
    Reads, says what it would write, and writes nothing.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [string] $ResultPath,
    [switch] $Overwrite
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$Caller = $PSCmdlet

# A value as text, for comparing: an empty text for nothing, one item a line for lists, the name of an object that has one.
function ConvertTo-StepText($Value) {
    if ($null -eq $Value) { return '' }
    if ($Value -is [string]) { return $Value }
    $name = $Value.PSObject.Properties['FriendlyName']
    if ($null -ne $name) { return [string] $name.Value }
    if ($Value -is [System.Collections.IEnumerable]) {
        return @($Value | ForEach-Object { ConvertTo-StepText $_ }) -join [char] 10
    }
    return [string] $Value
}

# A property as text; an object may lack it.
function Get-StepText($Object, [string] $Name) {
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return '' }
    return ConvertTo-StepText $property.Value
}

# The name of a user policy is shown with or without Tag:, and means the same in upper and lower case.
function Test-SameName([string] $One, [string] $Other) {
    return [string]::Equals(($One -replace '^tag:', ''), ($Other -replace '^tag:', ''), 'OrdinalIgnoreCase')
}

# A cell that no spreadsheet takes for a formula.
function ConvertTo-Cell([string] $Text) {
    $line = $Text.Replace([string] [char] 10, '; ')
    if ($line -match '^[=+\-@\t\r]') { $line = '''' + $line }
    return '"' + $line.Replace('"', '""') + '"'
}

function Complete-Step($Id, $Kind, $Subject, $Found, $Wanted, $Outcome, $Message) {
    $Run[$Outcome]++
    $cells = $Id, $Kind, $Subject, $Found, $Wanted, $Outcome, $Message | ForEach-Object { ConvertTo-Cell $_ }
    $Run.Result.WriteLine($cells -join ',')
    if ($Outcome -eq 'failed') { Write-Warning ('step {0}, {1} {2}: {3}' -f $Id, $Kind, $Subject, $Message) }
    $Run.Steps++
    if ($Run.Watch.ElapsedMilliseconds -ge $Run.NextDraw) {
        $Run.NextDraw = $Run.Watch.ElapsedMilliseconds + 250
        $percent = [Math]::Min(100, [Math]::Floor(100 * $Run.Steps / $Plan.Steps))
        $status = '{0} of {1} steps, {2} failed' -f $Run.Steps, $Plan.Steps, $Run.failed
        Write-Progress -Activity 'Calque' -Status $status -PercentComplete $percent
    }
}

# Asks whether to write (-WhatIf, -Confirm), writes, and says what came of it.
function Invoke-Write($Subject, $Kind, $Wanted, [scriptblock] $Write) {
    if ($Caller.ShouldProcess($Subject, ('{0} {1}' -f $Kind, $Wanted).TrimEnd())) {
        [void] ($Subject | & $Write)
        return 'applied'
    }
    if ($WhatIfPreference) { return 'planned' }
    return 'declined'
}

# One step on one user: property by property, what is there, what the plan saw, what it wants.
function Step-User($Id, $Subject, $Kind, $Property, $Before, $After, [scriptblock] $Write) {
    $found = ''
    try {
        $users = @($Subject | Get-CsUser -ErrorAction Stop)
        if ($users.Length -ne 1) { throw ('{0} accounts answer to this name' -f $users.Length) }
        $found = Get-StepText $users[0] $Property
        if (Test-SameName $found $After) {
            Complete-Step $Id $Kind $Subject $found $After 'skipped' 'already so'
            return
        }
        if (-not $Overwrite -and -not (Test-SameName $found $Before)) {
            throw ('changed since the plan was made, which saw ''{0}''; plan again, or run with -Overwrite' -f $Before)
        }
        if ($Kind -eq 'enable-voice' -and $Run.NoLine.ContainsKey($Subject)) {
            throw ('depends on step {0}, which was not done' -f $Run.NoLine[$Subject])
        }
        $outcome = Invoke-Write $Subject $Kind $After $Write
        Complete-Step $Id $Kind $Subject $found $After $outcome ''
    } catch {
        if ($Kind -eq 'set-line') { $Run.NoLine[$Subject] = $Id }
        Complete-Step $Id $Kind $Subject $found $After 'failed' $_.Exception.Message
    }
}

# The same step on many users. Rows: number and user in turn.
function Step-Users($Kind, $Property, $Before, $After, [scriptblock] $Write, [object[]] $Rows) {
    for ($i = 0; $i -lt $Rows.Length; $i += 2) {
        Step-User $Rows[$i] $Rows[$i + 1] $Kind $Property $Before $After $Write
    }
}

# Whether all settings of a policy are as listed. Null means: there is no such policy.
function Test-Settings($Policy, $Settings) {
    if ($null -eq $Settings -or $null -eq $Policy) { return ($null -eq $Settings -and $null -eq $Policy) }
    foreach ($name in $Settings.Keys) {
        if ((Get-StepText $Policy $name) -cne (ConvertTo-StepText $Settings[$name])) { return $false }
    }
    return $true
}

function ConvertTo-SettingsText($Policy, $Settings) {
    if ($null -eq $Policy) { return 'no such policy' }
    $all = @($Settings.Keys | Sort-Object | ForEach-Object { '{0}={1}' -f $_, (Get-StepText $Policy $_) }) -join '; '
    return $all.Replace([string] [char] 10, ', ')
}

# One step on one policy. Before and After: its settings, or null where there is no such policy.
function Step-Policy($Id, $Subject, $Kind, [scriptblock] $Read, $Before, $After, [scriptblock] $Write) {
    $found = ''
    $wanted = ''
    try {
        $policy = & $Read | Where-Object { [string]::Equals([string] $_.Identity, $Subject, 'OrdinalIgnoreCase') }
        $shown = $Before, $After | Where-Object { $null -ne $_ } | Select-Object -Last 1
        $found = ConvertTo-SettingsText $policy $shown
        $wanted = ConvertTo-SettingsText $(if ($null -ne $After) { New-Object PSObject -Property $After }) $shown
        if (Test-Settings $policy $After) {
            Complete-Step $Id $Kind $Subject $found $wanted 'skipped' 'already so'
            return
        }
        if (-not $Overwrite -and -not (Test-Settings $policy $Before)) {
            throw 'changed since the plan was made; plan again, or run with -Overwrite'
        }
        $outcome = Invoke-Write $Subject $Kind $wanted $Write
        Complete-Step $Id $Kind $Subject $found $wanted $outcome ''
    } catch {
        Complete-Step $Id $Kind $Subject $found $wanted 'failed' $_.Exception.Message
    }
}

