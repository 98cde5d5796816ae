import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Modules are compiled once an installation, not once a start: a fifth of the start. Inside the project, since Node's own
// choice is a folder in /tmp that another user may have made. Where it cannot be written, Node goes on without.
enableCompileCache(join(__dirname, '../../../node_modules/.cache/amanah'));
