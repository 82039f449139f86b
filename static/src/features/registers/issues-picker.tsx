import { call } from '../../api/call';
import { registers } from '../../api/contract';
import { type Option, type Searched, type SearchProps, SearchSeveral } from '../../shared/search-select';

const ISSUES: Searched = {
  what: 'issue',
  find: async (query) => {
    const { issues } = await call(registers.issues, { query });
    return issues.map(({ issueKey, summary }) => ({ value: issueKey, label: `${issueKey} ${summary}` }));
  },
  shortLabel: ({ value }) => value,
};

/** Chooses issues of the project by key or summary. */
export const IssuesPicker = (
  props: SearchProps & {
    readonly value: readonly Option[];
    readonly onChange: (value: readonly Option[]) => void;
  },
) => <SearchSeveral {...props} of={ISSUES} />;
