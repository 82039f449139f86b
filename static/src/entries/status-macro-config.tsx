import { StatusConfig } from '../features/macros/status-config';
import { mount } from '../shared/mount';

const Screen = () => (
  <main>
    <StatusConfig />
  </main>
);

void mount(Screen);
