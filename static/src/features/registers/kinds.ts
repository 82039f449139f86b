/** The registers that have a screen, in the order of their tabs. What each contains, the app says. */
export const REGISTERS = [{ kind: 'risk', tab: 'Risks' }] as const;

/** The register that a person sees who has chosen none. */
export const FIRST_REGISTER = 'risk';
