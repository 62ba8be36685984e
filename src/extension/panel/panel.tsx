import { createRoot } from 'react-dom/client';
import english from '../../../assets/locales/en.json';

const place = document.getElementById('root');
if (place === null) throw new Error('panel.html has no #root');
createRoot(place).render(<main>{english.extension.name}</main>);
