// Reads the YAML files named, and those under the folders named, with js-yaml, and prints the seconds that took.
const fs = require("fs");
const path = require("path");
const yaml = require("js-yaml");

function load(at) {
  if (fs.statSync(at).isDirectory()) loadFolder(at);
  else if (at.endsWith(".yaml")) yaml.load(fs.readFileSync(at, "utf8"));
}

function loadFolder(folder) {
  for (const name of fs.readdirSync(folder)) load(path.join(folder, name));
}

const started = process.hrtime.bigint();
process.argv.slice(2).forEach(load);
console.log(Number(process.hrtime.bigint() - started) / 1e9);
