# Used by calque.cmd and calque.exe. "find" prints the folder of a JDK 25, fetching one into the user's cache where the user says so;
# "fetch" only fetches, and prints nothing on standard output.
# "stale ROOT" ends with 1 when a source of the checkout is newer than the last build.
param([Parameter(Mandatory)][string] $Command, [string] $Root)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$cache = Join-Path $env:LOCALAPPDATA 'calque\jdk'

function Test-Jdk([string] $Folder) {
    $release = Join-Path $Folder 'release'
    if (-not (Test-Path -LiteralPath (Join-Path $Folder 'bin\javac.exe')) -or -not (Test-Path -LiteralPath $release)) { return $false }
    return [bool](@(Get-Content -LiteralPath $release) -match '^JAVA_VERSION="25')
}

function Find-Jdk {
    $javac = Get-Command javac.exe -ErrorAction SilentlyContinue
    if ($javac) { Split-Path (Split-Path $javac.Source) }
    foreach ($place in @("$env:ProgramFiles\Eclipse Adoptium", "$env:ProgramFiles\Java", "$env:ProgramFiles\Microsoft", "$env:USERPROFILE\.jdks", $cache)) {
        if (Test-Path -LiteralPath $place) { (Get-ChildItem -LiteralPath $place -Directory -Filter '*25*').FullName }
    }
}

function Save-Jdk {
    $table = $env:CALQUE_JDK_TABLE
    if (-not $table) { $table = Join-Path $PSScriptRoot 'jdk.tsv' }
    $row = Get-Content -LiteralPath $table | Where-Object { $_ -like "windows`tx64`t*" } | Select-Object -First 1
    if (-not $row -or -not [Environment]::Is64BitOperatingSystem) {
        [Console]::Error.WriteLine('calque: no JDK 25 found, and none is listed for this machine. Install one and set JAVA_HOME to it.')
        return
    }
    $cells = $row -split "`t"
    $address = $cells[2]; $promised = $cells[3].Trim()
    if ($env:CALQUE_FETCH_JDK -ne '1') {
        [Console]::Error.WriteLine("calque: no JDK 25 found. Fetch Eclipse Temurin (about 170 MB) from $address into $cache ?")
        if ([Console]::IsInputRedirected) {
            [Console]::Error.WriteLine('        Set JAVA_HOME to one, or set CALQUE_FETCH_JDK=1.')
            return
        }
        [Console]::Error.Write('[y/N] ')
        if (@('y', 'yes') -notcontains [Console]::ReadLine()) { return }
    }
    New-Item -ItemType Directory -Force -Path $cache | Out-Null
    $work = Join-Path $cache ('.fetch.' + [guid]::NewGuid().ToString('N'))
    New-Item -ItemType Directory -Path $work | Out-Null
    try {
        $package = Join-Path $work 'jdk.msi'
        [Console]::Error.WriteLine("calque: fetching $address")
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        (New-Object Net.WebClient).DownloadFile($address, $package)
        $got = (Get-FileHash -LiteralPath $package -Algorithm SHA256).Hash
        if ($got -ne $promised) {
            [Console]::Error.WriteLine("calque: refused: what came is not what scripts\jdk.tsv promises. Expected $promised, got $got")
            return
        }
        # An administrative installation only unpacks: nothing is registered, and no rights are needed.
        $target = Join-Path $work 'jdk'
        $unpack = Start-Process msiexec.exe -ArgumentList @('/a', "`"$package`"", '/qn', "TARGETDIR=`"$target`"") -Wait -PassThru
        if ($unpack.ExitCode -ne 0) { [Console]::Error.WriteLine("calque: msiexec could not unpack it: $($unpack.ExitCode)"); return }
        $found = Get-ChildItem -LiteralPath $target -Recurse -Filter javac.exe | Select-Object -First 1
        if (-not $found) { [Console]::Error.WriteLine('calque: refused: the package holds no JDK.'); return }
        $name = [IO.Path]::GetFileNameWithoutExtension($address)
        Move-Item -LiteralPath (Split-Path (Split-Path $found.FullName)) -Destination (Join-Path $cache $name) -ErrorAction SilentlyContinue
        $made = Join-Path $cache $name
        if (Test-Jdk $made) { $made }
    } finally {
        Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction SilentlyContinue
    }
}

switch ($Command) {
    'find' {
        $jdk = Find-Jdk | Where-Object { $_ -and (Test-Jdk $_) } | Select-Object -First 1
        if (-not $jdk) { $jdk = Save-Jdk }
        if (-not $jdk) { exit 1 }
        $jdk
    }
    'fetch' { if (-not (Save-Jdk)) { exit 1 } }
    'stale' {
        $jar = Join-Path $Root 'target\dist\lib\calque.jar'
        if (-not (Test-Path -LiteralPath $jar)) { exit 1 }
        $built = (Get-Item -LiteralPath $jar).LastWriteTimeUtc
        $modules = Get-ChildItem -LiteralPath $Root -Directory | Where-Object { Test-Path -LiteralPath (Join-Path $_.FullName 'pom.xml') }
        $files = @(Get-Item -LiteralPath (Join-Path $Root 'pom.xml'), (Join-Path $Root 'scripts\Dist.java'))
        foreach ($module in $modules) {
            $files += Get-Item -LiteralPath (Join-Path $module.FullName 'pom.xml')
            $main = Join-Path $module.FullName 'src\main'
            if (Test-Path -LiteralPath $main) { $files += Get-ChildItem -LiteralPath $main -Recurse }
        }
        foreach ($file in $files) { if ($file.LastWriteTimeUtc -gt $built) { exit 1 } }
    }
    default { [Console]::Error.WriteLine("jdk.ps1: unknown command '$Command'"); exit 1 }
}
