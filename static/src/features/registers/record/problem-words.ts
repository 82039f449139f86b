import type { RegisterView } from '../../../api/contract';
import type { ApiProblem } from '../../../api/problem';

/** A problem in one message: fields that this place does not show are named by their labels. */
export function inWords(register: RegisterView, problem: ApiProblem): Pick<ApiProblem, 'code' | 'message'> {
  const named = Object.entries(problem.fields).map(([path, words]) => {
    const key = path.replace(/^values\./, '');
    return `${register.fields.find((field) => field.key === key)?.label ?? key}: ${words}`;
  });
  return { code: problem.code, message: [problem.message, ...named].join(' ') };
}
