import {
  askToLeave,
  currentQuestion,
  decide,
  hasUnsaved,
  holdUnsaved,
  isGuarded,
  leaveForm,
  subscribe,
  type UnsavedForm,
} from './unsaved';

const formThat = (isHere: boolean): UnsavedForm => ({ isHere: () => isHere, asksItself: false });
const releases: (() => void)[] = [];
const hold = (form: UnsavedForm) => {
  const release = holdUnsaved(form);
  releases.push(release);
  return release;
};
const left = jest.fn();
afterEach(() => {
  decide(false);
  releases.splice(0).forEach((release) => release());
  left.mockClear();
});

it('leaves at once where nothing is lost', () => {
  askToLeave(left);
  expect(left).toHaveBeenCalledTimes(1);
  expect(currentQuestion()).toBeNull();
});

it.each([
  [true, 1],
  [false, 0],
])('asks once before it leaves several unsaved forms; left: %s', (isLeft, times) => {
  hold(formThat(true));
  hold(formThat(true));
  askToLeave(left);
  expect(left).not.toHaveBeenCalled();
  decide(isLeft);
  expect(left).toHaveBeenCalledTimes(times);
  expect(currentQuestion()).toBeNull();
});

it('asks for a form in the background only where the whole page is left', () => {
  const away = formThat(false);
  hold(away);
  askToLeave(left);
  expect(left).toHaveBeenCalledTimes(1);
  askToLeave(left, 'page');
  expect(left).toHaveBeenCalledTimes(1);
  expect(currentQuestion()?.form).toBe(away);
});

it('asks about the form that was opened last where somebody is', () => {
  const [below, above] = [formThat(true), formThat(true)];
  hold(below);
  hold(above);
  askToLeave(left);
  expect(currentQuestion()?.form).toBe(above);
});

it('leaves a form with nothing on it, whatever is behind it', () => {
  hold(formThat(true));
  leaveForm(formThat(true), left);
  expect(left).toHaveBeenCalledTimes(1);
});

it('takes the question back once the form is saved, and counts each reason to hold it', () => {
  const form = formThat(true);
  const [one, other] = [hold(form), hold(form)];
  leaveForm(form, left);
  one();
  expect(currentQuestion()?.form).toBe(form);
  other();
  expect(currentQuestion()).toBeNull();
  expect(hasUnsaved()).toBe(false);
});

it('lets the browser not ask again after somebody left the page, until they write anew', () => {
  hold(formThat(true));
  expect(isGuarded()).toBe(true);
  askToLeave(left, 'page');
  decide(true);
  expect(isGuarded()).toBe(false);
  hold(formThat(true));
  expect(isGuarded()).toBe(true);
});

it('tells who listens, until they stop', () => {
  const heard = jest.fn();
  const end = subscribe(heard);
  const release = hold(formThat(true));
  release();
  expect(heard).toHaveBeenCalledTimes(2);
  end();
  hold(formThat(true));
  expect(heard).toHaveBeenCalledTimes(2);
});
