// Dates must not depend on the machine: every zone that a test means, it names.
process.env['TZ'] = 'UTC';
