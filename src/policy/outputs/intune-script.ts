import type { ChromiumBrowser, Deployment } from './deployment';
import { registryValues, settingsKey } from './registry-values';

/**
 * A PowerShell platform script for Intune that writes the registry values. Plain ASCII: Windows PowerShell reads a
 * file without a byte order mark in the machine's old code page. The values stand in one line of JSON inside a
 * literal here-string, where nothing is expanded and nothing can end it.
 */
export function intuneScript(deployment: Deployment, browser: ChromiumBrowser): string {
  const values = registryValues(deployment, browser).map((value) => ({ ...value, key: drive(value.key) }));
  return [
    "$ErrorActionPreference = 'Stop'",
    // Chromium reads the key instead of the value of the same name: every other extension's entry would be hidden.
    `if (Get-ItemProperty -Path '${drive(browser.registryKey)}' -Name 'ExtensionSettings' -ErrorAction SilentlyContinue) {`,
    "  throw 'ExtensionSettings is already set as one value: add the entry for Signpost to that value instead.'",
    '}',
    `$settings = '${drive(settingsKey(deployment, browser))}'`,
    "$values = ConvertFrom-Json -InputObject @'",
    asciiJson(values),
    "'@",
    'if (Test-Path -LiteralPath $settings) { Remove-Item -LiteralPath $settings -Recurse }',
    'foreach ($value in $values) {',
    '  if (-not (Test-Path -LiteralPath $value.key)) { New-Item -Path $value.key -Force | Out-Null }',
    '  New-ItemProperty -LiteralPath $value.key -Name $value.name -PropertyType $value.type -Value $value.value -Force | Out-Null',
    '}',
    '',
  ].join('\r\n');
}

function drive(key: string): string {
  return key.replace('HKEY_LOCAL_MACHINE', 'HKLM:');
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
