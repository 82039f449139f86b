import { ApiProblem } from '../api/problem';
import { fieldErrors } from './field-errors';

const problem = (fields?: Record<string, string>) =>
  new ApiProblem({ code: 'BAD_INPUT', message: 'Two fields need another look.', ...(fields && { fields }) });

it('puts a message at the field that it is about', () => {
  expect(fieldErrors(problem({ owner: 'Choose an owner.' }), ['owner', 'cause'])).toEqual({
    fields: { owner: 'Choose an owner.' },
    form: null,
  });
});

it('knows a field by its path in the request', () => {
  expect(fieldErrors(problem({ 'values.owner': 'Choose an owner.' }), ['owner']).fields).toEqual({
    owner: 'Choose an owner.',
  });
});

it('keeps a message about a field that the form does not show', () => {
  expect(fieldErrors(problem({ budget: 'Too large.' }), ['owner'])).toEqual({
    fields: {},
    form: 'Two fields need another look. budget: Too large.',
  });
});

it('shows the message of a problem that names no field', () => {
  expect(fieldErrors(problem(), ['owner']).form).toBe('Two fields need another look.');
});
