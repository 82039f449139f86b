import Textfield from '@atlaskit/textfield';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { Switch } from '../../shared/switch';
import type { Part } from './part';
import type { SettingsInput } from './settings-form';

/** Whether and where a status page is published every week. */
export function ReportSection({ input, onChange }: Part<SettingsInput>) {
  return (
    <section className="dk-section">
      <h2>{t('settings.sections.report')}</h2>
      <Switch
        path="report.enabled"
        label={t('settings.report.label')}
        checked={input.reportEnabled}
        onChange={(reportEnabled) => onChange({ reportEnabled })}
      />
      <LabelledField
        path="report.spaceKey"
        label={t('settings.report.space')}
        help={t('settings.report.spaceHelp')}
      >
        {(control) => (
          <Textfield
            {...control}
            maxLength={255}
            width="medium"
            value={input.spaceKey}
            onChange={(event) => onChange({ spaceKey: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <LabelledField
        path="report.parentPageId"
        label={t('settings.report.parent')}
        help={t('settings.report.parentHelp')}
      >
        {(control) => (
          <Textfield
            {...control}
            value={input.parentPage}
            onChange={(event) => onChange({ parentPage: event.currentTarget.value })}
          />
        )}
      </LabelledField>
    </section>
  );
}
