import { RegisterMacro } from '../features/macros/register-macro';
import { mount } from '../shared/mount';

const Screen = () => (
  <main>
    <RegisterMacro />
  </main>
);

void mount(Screen);
