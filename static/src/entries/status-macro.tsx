import { StatusMacro } from '../features/status/status-macro';
import { mount } from '../shared/mount';

const Screen = () => (
  <main>
    <StatusMacro />
  </main>
);

void mount(Screen);
