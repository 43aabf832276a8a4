// Starts `touchstone draft language-server` and connects it with the editor; everything else is the server's.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function activate() {
  const settings = workspace.getConfiguration("touchstone");
  const gazette = settings.get("gazette");
  const server = {
    command: settings.get("command"),
    args: ["draft", "language-server", ...(gazette ? ["--gazette", gazette] : [])],
  };
  client = new LanguageClient("touchstone", "Touchstone", server, {
    documentSelector: [{ scheme: "file", language: "touchstone" }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.feature") },
  });
  return client.start();
}

function deactivate() {
  return client && client.stop();
}

module.exports = { activate, deactivate };
