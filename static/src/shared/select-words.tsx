import type { ReactNode } from 'react';
import { components, type MultiValueRemoveProps } from '@atlaskit/select';
import { t } from './i18n';

interface Labelled {
  readonly label: string;
}

/** What a Select says of itself; of its own it does so in English. */
export const selectWords = () => ({
  clearControlLabel: t('shared.select.clear'),
  loadingMessage: () => t('shared.select.loading'),
  noOptionsMessage: (): ReactNode => t('shared.select.nothing'),
  screenReaderStatus: ({ count }: { count: number }) => t('shared.select.results', { count }),
  ariaLiveMessages: {
    onChange: ({ action, label = '' }: { action: string; label?: string }) => {
      if (action === 'clear') return t('shared.select.cleared');
      if (label === '') return '';
      return action === 'select-option'
        ? t('shared.select.chosen', { label })
        : t('shared.select.removed', { label });
    },
    onFilter: ({ resultsMessage }: { resultsMessage: string }) => resultsMessage,
  },
});

/** Of several that are chosen, the button that takes one away. */
function RemoveOne<Option extends Labelled>(props: MultiValueRemoveProps<Option, true>) {
  const name = t('shared.removeNamed', { name: props.data.label });
  return <components.MultiValueRemove {...props} innerProps={{ ...props.innerProps, 'aria-label': name }} />;
}

/** The same for a Select of several. A label that is more than a text keeps to the parts that are given here. */
export const multiSelectWords = <Option extends Labelled>() => ({
  ...selectWords(),
  formatOptionLabel: ({ label }: Option): ReactNode => <>{label}</>,
  components: { MultiValueRemove: RemoveOne<Option> },
});
