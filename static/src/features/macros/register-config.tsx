import { useState } from 'react';
import { MOST_LINES, RegisterMacro } from '../../api/contract';
import { t } from '../../shared/i18n';
import { inViewersWords } from '../registers/register-words';
import { isLimit } from './limit';
import { type Choices, MacroConfig, type Rest } from './macro-config';
import { RegisterFields } from './register-fields';
import { useConfig } from './states';

/** The form of the register macro; the number of rows is what somebody has typed. */
export type RegisterInput = Omit<RegisterMacro, 'projectKey' | 'limit'> & { readonly limit: string };

/** Settings of the register macro. */
export function RegisterConfig() {
  const { projectKey, limit, ...rest } = RegisterMacro.parse(useConfig());
  const [input, setInput] = useState<RegisterInput>({ ...rest, limit: String(limit) });
  const onChange = (change: Partial<RegisterInput>) => setInput((before) => ({ ...before, ...change }));
  return (
    <MacroConfig
      title={t('app.registerMacro.title')}
      projectKey={projectKey}
      restOf={(choices) => registerRest(choices, input)}
    >
      {(choices) => (
        <RegisterFields registers={choices.registers.map(inViewersWords)} input={input} onChange={onChange} />
      )}
    </MacroConfig>
  );
}

/** What is kept of the form, and what has to be put right first. */
export function registerRest({ registers }: Choices, input: RegisterInput): Rest {
  const register = registers.find(({ kind }) => kind === input.kind);
  const { filter, band, view, limit } = input;
  const isMap = view === 'heat-map';
  const problems: Record<string, string> = {};
  if (!register)
    problems['kind'] = t(input.kind === '' ? 'macros.config.registerNeeded' : 'macros.config.registerGone');
  else if (isMap && register.ratings.length === 0) problems['view'] = t('macros.config.noScores');
  if (register && filter === 'band' && !register.bands.some(({ label }) => label === band))
    problems['band'] = t(band === '' ? 'macros.config.bandNeeded' : 'macros.config.bandGone');
  if (!isMap && !isLimit(limit)) problems['limit'] = t('macros.config.limitWrong', { most: MOST_LINES });
  return { config: { ...input, columns: input.columns.join(','), limit: limit.trim() }, problems };
}
