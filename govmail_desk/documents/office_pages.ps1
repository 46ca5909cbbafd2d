# Makes PDFs with the clerk's own Word or Excel, in a copy of it that was started for this and that nobody sees.
# $env:GOVMAIL_PROGRAM: Word or Excel. $env:GOVMAIL_SOURCES: one path a line. $env:GOVMAIL_OUT: the folder of the PDFs.
# $env:GOVMAIL_STARTED: the file that takes the number of the process started, so that it can be ended from outside.
# Run by documents/converter_word.py. Plain ASCII; it exits with 1 where the office is not one of our own.
$ErrorActionPreference = 'Stop'

function Get-Embedded($image) {
    # An office started for a program carries -Embedding on its command line; one the clerk opened does not.
    @(Get-CimInstance Win32_Process -Filter "Name='$image'" |
        Where-Object { $_.CommandLine -match '-Embedding' } | ForEach-Object { $_.ProcessId })
}

function Export-Word($office, $source, $target) {
    # A password that is surely wrong makes a protected file fail instead of asking; an open file ignores it.
    $paper = $office.Documents.Open($source, $false, $true, $false, 'x', 'x', $false, 'x', 'x')
    try { $paper.ExportAsFixedFormat($target, 17) } finally { $paper.Close(0) }
}

function Export-Excel($office, $source, $target) {
    $book = $office.Workbooks.Open($source, 0, $true, 5, 'x', 'x', $true)
    try { $book.ExportAsFixedFormat(0, $target) } finally { $book.Close($false) }
}

$program = $env:GOVMAIL_PROGRAM
$image = @{ Word = 'WINWORD.EXE'; Excel = 'EXCEL.EXE' }[$program]
$before = Get-Embedded $image
$office = New-Object -ComObject "$program.Application"
$isOwn = $false
try {
    $started = @(Get-Embedded $image | Where-Object { $before -notcontains $_ })
    if ($started.Count -ne 1) { throw 'this office belongs to somebody else' }
    $isOwn = $true
    Set-Content -LiteralPath $env:GOVMAIL_STARTED -Value $started[0] -Encoding Ascii
    $office.Visible = $false
    $office.DisplayAlerts = 0
    $office.AutomationSecurity = 3
    foreach ($source in $env:GOVMAIL_SOURCES -split "`n") {
        $name = [IO.Path]::GetFileNameWithoutExtension($source) + '.pdf'
        $target = [IO.Path]::Combine($env:GOVMAIL_OUT, $name)
        try { & "Export-$program" $office $source $target } catch { Write-Error $_ -ErrorAction Continue }
    }
} finally {
    if ($isOwn) { if ($program -eq 'Word') { $office.Quit(0) } else { $office.Quit() } }
    [void][Runtime.InteropServices.Marshal]::FinalReleaseComObject($office)
}
