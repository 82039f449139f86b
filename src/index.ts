export const resolver = () => 1,
  tick = resolver,
  remind = resolver,
  publish = resolver,
  issueChanged = resolver,
  lifecycle = resolver,
  statusExport = resolver;
