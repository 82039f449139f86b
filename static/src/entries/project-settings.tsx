import { SettingsPage } from '../features/settings/settings-page';
import { mount } from '../shared/mount';

void mount(SettingsPage);
