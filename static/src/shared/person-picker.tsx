import { createContext } from 'react';
import { call } from '../api/call';
import { registers } from '../api/contract';
import type { PersonOption } from './person';
import { type Searched, SearchOne, type SearchProps, SearchSeveral } from './search-select';

/** Whether this screen stands in a project, whose people can be searched. */
export const PeopleContext = createContext(true);

const PEOPLE: Searched = {
  what: 'person',
  find: async (query) => {
    const { people } = await call(registers.people, { query });
    return people.map(({ accountId, name }) => ({ value: accountId, label: name }));
  },
};

/** Chooses one colleague by name. */
export const PersonPicker = (
  props: SearchProps & {
    readonly value: PersonOption | null;
    readonly onChange: (value: PersonOption | null) => void;
  },
) => <SearchOne {...props} of={PEOPLE} />;

/** Chooses several colleagues by name. */
export const PeoplePicker = (
  props: SearchProps & {
    readonly value: readonly PersonOption[];
    readonly onChange: (value: readonly PersonOption[]) => void;
  },
) => <SearchSeveral {...props} of={PEOPLE} />;
