import { RegisterConfig } from '../features/macros/register-config';
import { mount } from '../shared/mount';

const Screen = () => (
  <main>
    <RegisterConfig />
  </main>
);

void mount(Screen);
