import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { call } from '../../api/call';
import { admin } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { LabelledField } from '../../shared/field';
import { Failure } from '../../shared/loaded';
import { Progress, StopButton } from '../../shared/progress';
import { type Option, type Searched, SearchOne } from '../../shared/search-select';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { saveFile } from '../../shared/files/save-file';
import { EraseDialog } from './erase-dialog';
import { Erasures } from './erasures';
import { type Look, type PersonRow, useLook } from './use-look';
import { storeName } from './words';

/** An account id as Atlassian writes one: whoever has left is found by it alone. */
const ACCOUNT_ID = /^(?:\d{5,}:[0-9a-f-]{36}|[0-9a-f]{24})$/;

const PEOPLE: Searched = {
  what: 'person',
  find: async (query) => {
    if (ACCOUNT_ID.test(query)) return [{ value: query, label: query }];
    const { people } = await call(admin.people, { query });
    return people.map(({ accountId, name }) => ({ value: accountId, label: name }));
  },
};

/** What is kept of somebody: looked at, exported, erased. */
export default function PersonTab() {
  const [person, setPerson] = useState<Option | null>(null);
  const [isErasing, setErasing] = useState(false);
  const { found, running, stoppedAt, problem, look, stop } = useLook();
  const erasures = useCall(admin.erasures, {});
  const format = useFormat();
  const choose = (next: Option | null) => {
    stop();
    setPerson(next);
  };
  const shown = found !== null && found.accountId === person?.value ? found : null;
  return (
    <div className="dk-stack dk-below-tabs dk-menu-room">
      <p className="dk-subtle">{t('admin.person.intro')}</p>
      <div className="dk-form dk-stack dk-narrow">
        <LabelledField path="person" label={t('admin.person.label')} help={t('admin.person.help')}>
          {({ id, isInvalid, 'aria-describedby': describedBy }) => (
            <SearchOne
              {...{ id, describedBy }}
              invalid={isInvalid}
              of={PEOPLE}
              value={person}
              onChange={choose}
            />
          )}
        </LabelledField>
        <div className="dk-row">
          <CallButton
            appearance="primary"
            isDisabled={person === null}
            isLoading={running !== null}
            onClick={() => person && void look(person.value)}
          >
            {t('admin.person.look')}
          </CallButton>
        </div>
      </div>
      {running !== null && (
        <Progress what={t('admin.person.looking')} {...running}>
          <StopButton what={t('admin.person.looking')} onStop={stop} />
        </Progress>
      )}
      {stoppedAt !== null && (
        <p role="status">
          {t('admin.person.stoppedLook', {
            done: format.number(stoppedAt.done),
            all: format.number(stoppedAt.all ?? stoppedAt.done),
          })}
        </p>
      )}
      {problem && <Failure title={t('admin.person.failed')} problem={problem} />}
      {shown && person && <Result look={shown} person={person} onErase={() => setErasing(true)} />}
      {isErasing && shown && person && (
        <EraseDialog
          person={person}
          rows={shown.rows}
          onBegun={async () => {
            tell(t('admin.person.begun'));
            await erasures.reload();
          }}
          onClose={() => setErasing(false)}
        />
      )}
      <Erasures of={erasures} />
    </div>
  );
}

function Result(props: { readonly look: Look; readonly person: Option; readonly onErase: () => void }) {
  const { look, person } = props;
  const save = () => {
    const content = JSON.stringify({ accountId: look.accountId, rows: look.rows }, null, 2);
    saveFile(new Blob([content], { type: 'application/json' }), 'docket-person.json');
    tell(t('admin.person.exported'));
  };
  return (
    <section className="dk-stack">
      <h2>{t('admin.person.found', { count: look.rows.length, name: person.label })}</h2>
      {look.rows.length > 0 && (
        <>
          <RowsTable rows={look.rows} />
          <div className="dk-row">
            <Button onClick={save}>{t('admin.person.export')}</Button>
            <Button appearance="danger" onClick={props.onErase}>
              {t('admin.person.erase')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** How many rows there are of each kind, and what erasing does with them. */
function RowsTable({ rows }: { readonly rows: readonly PersonRow[] }) {
  const format = useFormat();
  const groups = new Map<string, { store: string; effect: PersonRow['effect']; count: number }>();
  for (const { store, effect } of rows) {
    const group = groups.get(`${store} ${effect}`) ?? { store, effect, count: 0 };
    groups.set(`${store} ${effect}`, { ...group, count: group.count + 1 });
  }
  return (
    <table className="dk-compare">
      <caption className="dk-hidden">{t('admin.person.table')}</caption>
      <thead>
        <tr>
          {(['store', 'rows', 'effect'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`admin.person.columns.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...groups.values()].map(({ store, effect, count }) => (
          <tr key={`${store} ${effect}`}>
            <th scope="row">{storeName(store)}</th>
            <td>{format.number(count)}</td>
            <td>{t(`admin.person.effects.${effect}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
