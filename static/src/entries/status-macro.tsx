import { StatusMacro } from '../features/macros/status-macro';
import { mount } from '../shared/mount';

const Screen = () => (
  <main>
    <StatusMacro />
  </main>
);

void mount(Screen);
