; Inno Setup: puts dist\grantdesk where programs are, into the start menu, and opens .grant files with it.
; UNTRIED, like grantdesk.spec beside it. Nobody needs an administrator: it installs for the one who runs it.

[Setup]
AppId=org.grantdesk.grantdesk
AppName=grantdesk
AppVersion=0.1.0
AppPublisher=The grantdesk team
LicenseFile=..\..\LICENSE
DefaultDirName={autopf}\grantdesk
DefaultGroupName=grantdesk
PrivilegesRequired=lowest
ChangesAssociations=yes
SourceDir=.
OutputDir=..\..\dist
OutputBaseFilename=grantdesk-0.1.0-windows

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fi"; MessagesFile: "compiler:Languages\Finnish.isl"
Name: "sv"; MessagesFile: "compiler:Languages\Swedish.isl"

[Files]
Source: "..\..\dist\grantdesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\grantdesk"; Filename: "{app}\grantdesk.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.grant"; ValueType: string; ValueData: "grantdesk.application"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.grant"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.grantdesk+zip"
Root: HKA; Subkey: "Software\Classes\grantdesk.application"; ValueType: string; ValueData: "Grant application"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\grantdesk.application\DefaultIcon"; ValueType: string; ValueData: "{app}\grantdesk.exe,0"
Root: HKA; Subkey: "Software\Classes\grantdesk.application\shell\open\command"; ValueType: string; ValueData: """{app}\grantdesk.exe"" ""%1"""
