// Runs a script under a Node that can (24 comes with `npm ci`). Written so that an old Node can read it and say
// what is missing.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  const script = process.argv[2];
  process.argv.splice(1, 2, resolve(script));
  await import(pathToFileURL(resolve(script)).href);
} else {
  console.error(
    `This needs Node 22.18 or later; here is ${process.versions.node}.\n` +
      'The project brings its own Node, but its install step did not run. This one line helps:\n\n' +
      '    npm rebuild node --ignore-scripts=false\n',
  );
  process.exitCode = 1;
}
