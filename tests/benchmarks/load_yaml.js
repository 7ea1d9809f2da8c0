// Reads the YAML files named with js-yaml, and prints the seconds that took.
const fs = require("fs");
const yaml = require("js-yaml");

const started = process.hrtime.bigint();
process.argv.slice(2).forEach((path) => yaml.load(fs.readFileSync(path, "utf8")));
console.log(Number(process.hrtime.bigint() - started) / 1e9);
