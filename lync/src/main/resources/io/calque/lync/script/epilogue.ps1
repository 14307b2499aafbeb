
$Run = @{
    applied = 0; skipped = 0; planned = 0; declined = 0; failed = 0
    NoLine = @{}; Steps = 0; NextDraw = 0; Watch = [Diagnostics.Stopwatch]::StartNew(); Result = $null
}
try {
    if (-not (Get-Command 'Get-CsUser' -ErrorAction SilentlyContinue)) { Import-Module $Plan.Module }
    if (-not $ResultPath) {
        $base = if ($PSCommandPath) { $PSCommandPath } else { 'calque.ps1' }
        $ResultPath = [IO.Path]::ChangeExtension($base, ('{0:yyyyMMdd-HHmmss}.csv' -f (Get-Date)))
    }
    $ResultPath = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($ResultPath)
    $utf8 = New-Object System.Text.UTF8Encoding $true
    $Run.Result = New-Object System.IO.StreamWriter $ResultPath, $false, $utf8
    $Run.Result.AutoFlush = $true
    $Run.Result.WriteLine('Step,Kind,Subject,Found,Wanted,Outcome,Message')
} catch {
    $Host.UI.WriteErrorLine(('Nothing was begun: {0}' -f $_.Exception.Message))
    exit 1
}
try {
    Invoke-Plan
} finally {
    $Run.Result.Dispose()
    Write-Progress -Activity 'Calque' -Completed
}
$summary = '{0} applied, {1} already so, {2} failed' -f $Run.applied, $Run.skipped, $Run.failed
if ($WhatIfPreference) { $summary = '{0} would be applied, {1}' -f $Run.planned, $summary }
if ($Run.declined -gt 0) { $summary = '{0}, {1} declined' -f $summary, $Run.declined }
Write-Host ('{0}. Every step is in {1}' -f $summary, $ResultPath)
if ($Run.failed -gt 0) { exit 2 }
exit 0
