// Ends the process, with a sentence, under a Node that is too old. It runs before everything else and under any Node,
// so it is written in what the oldest ones know.
var LEAST = [20, 19];

var found = process.versions.node.split('.').map(Number);
if (found[0] < LEAST[0] || (found[0] === LEAST[0] && found[1] < LEAST[1])) {
  // In the project two folders up, in the package of the command line beside it.
  var fs = require('fs');
  var path = require('path');
  var here = path.join(__dirname, 'assets/locales/en.json');
  var file = fs.existsSync(here) ? here : path.join(__dirname, '../../assets/locales/en.json');
  var words = JSON.parse(fs.readFileSync(file, 'utf8'));
  console.error(
    words.cli.nodeTooOld.replace('{version}', process.version).replace('{least}', LEAST.join('.')),
  );
  process.exit(1);
}
