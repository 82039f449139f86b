/**
 * Stands in for the Design System's client of Atlassian's own experiments. That client asks a server which variant to
 * show; Docket makes no calls of its own, so it would never be initialised, answer with the defaults all the same, warn
 * about it on every page, and weigh a fifth of the app. These are the same defaults.
 */
const FeatureGates = {
  checkGate: (): boolean => false,
  initializeCompleted: (): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
  getExperiment: () => ({ get: <T>(_parameter: string, fallback: T): T => fallback }),
};

// The packages that import it expect a default export.
export default FeatureGates;
