import { AdminPage } from '../features/admin/admin-page';
import { mount } from '../shared/mount';

void mount(AdminPage);
