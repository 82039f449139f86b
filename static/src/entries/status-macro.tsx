import { StatusMacro } from '../features/status/status-macro';
import { mount } from '../shared/mount';

void mount(StatusMacro);
